namespace OpsCenter.Domain.Billing;

/// <summary>
/// Check digits of value-added tax ids, where the country publishes how it computes them. An id of another country holds: of it only the
/// shape is known. A holding id may still not be registered.
/// </summary>
public static class VatChecksum
{
    /// <summary>Whether the check digits are right.</summary>
    /// <param name="normalized">Of the country's shape, as <see cref="VatId.IsValid"/> checks it.</param>
    /// <param name="country">Two letters.</param>
    public static bool Holds(string normalized, string country)
    {
        var body = normalized[VatId.PrefixOf(country).Length..];

        return country switch
        {
            "AT" => Austria(body[1..]),
            "BE" => 97 - (Number(body[..8]) % 97) == Number(body[8..]),
            "DE" or "HR" => ModuloElevenTen(body),
            "DK" => Weighted(body, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0,
            "EE" => (10 - (Weighted(body[..8], 3, 7, 1, 3, 7, 1, 3, 7) % 10)) % 10 == Digit(body, 8),
            "FI" => Weighted(body, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0,
            "FR" => France(body),
            "GR" => Weighted(body[..8], 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == Digit(body, 8),
            "HU" => (10 - (Weighted(body[..7], 9, 7, 3, 1, 9, 7, 3) % 10)) % 10 == Digit(body, 7),
            "IT" => Luhn(body),
            "LU" => Number(body[..6]) % 89 == Number(body[6..]),
            "MT" => 37 - (Weighted(body[..6], 3, 4, 6, 7, 8, 9) % 37) == Number(body[6..]),
            "PL" => Weighted(body[..9], 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == Digit(body, 9),
            "PT" => Portugal(body),
            "SE" => Luhn(body[..10]),
            "SI" => Slovenia(body),
            "SK" => Number(body) % 11 == 0,
            _ => true,
        };
    }

    private static long Number(string digits) => long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    private static int Digit(string digits, int index) => digits[index] - '0';

    private static int Weighted(string digits, params int[] weights) => digits.Select((_, index) => Digit(digits, index) * weights[index]).Sum();

    private static bool Austria(string digits)
    {
        var sum = Enumerable.Range(0, 7).Sum(i => i % 2 == 0 ? Digit(digits, i) : (Digit(digits, i) / 5) + (Digit(digits, i) * 2 % 10));

        return (10 - ((sum + 4) % 10)) % 10 == Digit(digits, 7);
    }

    // ISO 7064, MOD 11,10.
    private static bool ModuloElevenTen(string digits)
    {
        var product = digits[..^1].Aggregate(10, (before, digit) =>
        {
            var sum = (before + digit - '0') % 10;

            return (sum == 0 ? 10 : sum) * 2 % 11;
        });

        return (11 - product) % 10 == Digit(digits, digits.Length - 1);
    }

    // Keys with letters belong to a newer rule, which is not published as plainly.
    private static bool France(string body) =>
        !char.IsAsciiDigit(body[0]) || !char.IsAsciiDigit(body[1]) || (12 + (3 * (Number(body[2..]) % 97))) % 97 == Number(body[..2]);

    private static bool Luhn(string digits)
    {
        var sum = digits.Reverse().Select((digit, place) => place % 2 == 0 ? digit - '0' : ((digit - '0') / 5) + ((digit - '0') * 2 % 10)).Sum();

        return sum % 10 == 0;
    }

    private static bool Portugal(string body)
    {
        var check = 11 - (Weighted(body[..8], 9, 8, 7, 6, 5, 4, 3, 2) % 11);

        return (check > 9 ? 0 : check) == Digit(body, 8);
    }

    private static bool Slovenia(string body)
    {
        var check = 11 - (Weighted(body[..7], 8, 7, 6, 5, 4, 3, 2) % 11);

        return check != 11 && check % 10 == Digit(body, 7);
    }
}
