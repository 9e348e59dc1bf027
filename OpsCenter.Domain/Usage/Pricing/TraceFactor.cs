using System.Globalization;

namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>One number of a formula, with what it means.</summary>
/// <param name="Operator">How it joins the factors before it.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">What it counts: <c>input tokens</c>, <c>USD per 1K</c>; empty for a bare number.</param>
/// <param name="Name">What people call it: <c>25 % markup</c>; empty when the unit says enough.</param>
/// <param name="FromStep">Number, from 1, of the earlier step whose result it is; null when it comes from the job or the rate card.</param>
public sealed record TraceFactor(TraceOperator Operator, decimal Value, string Unit, string Name, int? FromStep = null)
{
    /// <summary>The number as the formula shows it, exact: <c>6,000</c>.</summary>
    public string Number => Format(Value);

    /// <summary>The operator as a formula writes it; <c>,</c> inside a maximum.</summary>
    public string Symbol => Operator switch
    {
        TraceOperator.Add => "+",
        TraceOperator.Subtract => "−",
        TraceOperator.Multiply => "×",
        TraceOperator.Divide => "÷",
        TraceOperator.Max => ",",
    };

    /// <summary>Number, unit and name: <c>6,000 input tokens</c>, <c>1.25 (25 % markup)</c>.</summary>
    public string Text => (Unit, Name) switch
    {
        ("", "") => Number,
        ("", _) => $"{Number} ({Name})",
        (_, "") => $"{Number} {Unit}",
        _ => $"{Number} {Unit} ({Name})",
    };

    /// <summary>Writes a number exactly, with thousands set apart and without trailing zeros.</summary>
    internal static string Format(decimal value) => value.ToString("#,##0.############################", CultureInfo.InvariantCulture);
}
