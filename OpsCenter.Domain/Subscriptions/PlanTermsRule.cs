using System.Text.RegularExpressions;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Subscriptions;

/// <summary>What can be sold as a plan.</summary>
public static partial class PlanTermsRule
{
    /// <summary>Highest price and included usage.</summary>
    public const decimal MaxAmount = 1_000_000m;

    /// <summary>Longest name in characters.</summary>
    public const int MaxName = 60;

    /// <summary>Longest summary in characters.</summary>
    public const int MaxSummary = 200;

    /// <summary>Longest trial: a leap year.</summary>
    public const int MaxHours = 8_784;

    /// <summary>Most members.</summary>
    public const int MaxSeats = 100_000;

    /// <summary>What is wrong, as a sentence for each field; empty when the plan can be sold.</summary>
    public static IReadOnlyDictionary<PlanField, string> ProblemsWith(PlanTerms terms, Currency currency)
    {
        var problems = new Dictionary<PlanField, string>();
        Check(PlanField.Name, terms.Name.Trim() is { Length: > 0 and <= MaxName }, $"Enter a name of at most {MaxName} characters.");
        Check(PlanField.Summary, terms.Summary.Trim().Length <= MaxSummary, $"Use at most {MaxSummary} characters.");
        CheckPrices();
        CheckAmount(PlanField.Included, terms.Included, 0);
        CheckAmount(PlanField.MaxJobCost, terms.MaxJobCost, Smallest(currency));
        CheckCount(PlanField.InputTokens, terms.Limits.InputTokens);
        CheckCount(PlanField.OutputTokens, terms.Limits.OutputTokens);
        CheckCount(PlanField.AgentTokens, terms.Limits.AgentTokens);
        CheckCount(PlanField.Searches, terms.Limits.Searches);
        Check(PlanField.Seats, terms.Seats is >= 1 and <= MaxSeats, $"Enter 1 to {MaxSeats} seats.");

        return problems;

        void Check(PlanField field, bool isRight, string sentence)
        {
            if (!isRight)
                problems.TryAdd(field, sentence);
        }

        void CheckAmount(PlanField field, decimal? amount, decimal least) => Check(
            field,
            amount is null || (amount >= least && amount <= MaxAmount && Rounding.To(amount.Value, currency.MinorUnits) == amount),
            $"Enter {DecimalText.Format(least)} to {DecimalText.Format(MaxAmount)} with at most {currency.MinorUnits} decimals.");

        void CheckCount(PlanField field, long? count) => Check(field, count is null or > 0, "Enter a whole number above 0, or leave it empty for no threshold.");

        void CheckPrices()
        {
            var isTrial = terms.OncePrice is not null || terms.OnceHours is not null;
            Check(PlanField.OncePrice, !isTrial || terms.OncePrice is not null, "Enter the price of the trial, or 0.");
            Check(PlanField.OnceHours, !isTrial || terms.OnceHours is >= 1 and <= MaxHours, $"Enter 1 to {MaxHours} hours.");
            Check(PlanField.MonthlyPrice, isTrial || terms.MonthlyPrice is not null || terms.YearlyPrice is not null, "Enter a price for a month, for a year, or for both.");
            Check(PlanField.MonthlyPrice, !isTrial || (terms.MonthlyPrice is null && terms.YearlyPrice is null), "A trial is paid once and has no other price.");
            CheckAmount(PlanField.MonthlyPrice, terms.MonthlyPrice, 0);
            CheckAmount(PlanField.YearlyPrice, terms.YearlyPrice, 0);
            CheckAmount(PlanField.OncePrice, terms.OncePrice, 0);
        }
    }

    /// <summary>Why a code cannot be used; null when it can.</summary>
    public static string? ProblemWithCode(string code) =>
        Code().IsMatch(code) ? null : "Use 1 to 40 small letters, digits and hyphens, beginning with a letter or digit: team-2026.";

    private static decimal Smallest(Currency currency) => new(1, 0, 0, isNegative: false, (byte)currency.MinorUnits);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,39}\z")]
    private static partial Regex Code();
}
