using System.Collections.Frozen;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>The numbers that payment providers publish for tests. Only these do anything here.</summary>
internal static class TestCardNumbers
{
    private static readonly FrozenDictionary<string, TestCardBehaviour> ByNumber = new Dictionary<string, TestCardBehaviour>
    {
        ["4242424242424242"] = TestCardBehaviour.Ok,
        ["5555555555554444"] = TestCardBehaviour.Ok,
        ["378282246310005"] = TestCardBehaviour.Ok,
        ["4000000000000002"] = TestCardBehaviour.GenericDecline,
        ["4000000000009995"] = TestCardBehaviour.InsufficientFunds,
        ["4000000000009987"] = TestCardBehaviour.LostCard,
        ["4000000000009979"] = TestCardBehaviour.StolenCard,
        ["4000000000000069"] = TestCardBehaviour.ExpiredCard,
        ["4000000000000127"] = TestCardBehaviour.IncorrectCvc,
        ["4000000000000119"] = TestCardBehaviour.ProcessingError,
        ["4000000000000341"] = TestCardBehaviour.DeclinesLater,
        ["4000002500003155"] = TestCardBehaviour.AuthenticatesOnce,
        ["4000002760003184"] = TestCardBehaviour.AuthenticatesAlways,
        ["4000008260003178"] = TestCardBehaviour.AuthenticatesThenLacksFunds,
        ["4000000000000259"] = TestCardBehaviour.Disputes,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a number does that passes <see cref="HasValidCheckDigit"/>.</summary>
    public static TestCardBehaviour BehaviourOf(string digits) => ByNumber.GetValueOrDefault(digits, TestCardBehaviour.NotATestCard);

    /// <summary>The brand by the first digits.</summary>
    public static string BrandOf(string digits) => digits switch
    {
        ['4', ..] => "visa",
        ['5', >= '1' and <= '5', ..] or ['2', ..] => "mastercard",
        ['3', '4' or '7', ..] => "amex",
        _ => "unknown",
    };

    /// <summary>How many digits the code on the card has.</summary>
    public static int CvcLengthOf(string digits) => BrandOf(digits) == "amex" ? 4 : 3;

    /// <summary>Whether a number has 12 to 19 digits of which the last one fits (Luhn, ISO/IEC 7812-1).</summary>
    public static bool HasValidCheckDigit(string digits)
    {
        if (digits.Length is < 12 or > 19 || !digits.All(char.IsAsciiDigit))
            return false;

        var sum = 0;

        for (var index = 0; index < digits.Length; index++)
        {
            var digit = digits[^(index + 1)] - '0';
            var counted = index % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }

        return sum % 10 == 0;
    }
}
