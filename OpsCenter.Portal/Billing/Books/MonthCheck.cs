namespace OpsCenter.Portal.Billing.Books;

/// <summary>A rule of the books, checked.</summary>
/// <param name="Name">What must agree.</param>
/// <param name="Left">One side, with its amount.</param>
/// <param name="Right">The other side, with its amounts.</param>
/// <param name="Holds">Whether they agree to the last digit.</param>
public sealed record MonthCheck(string Name, string Left, string Right, bool Holds);
