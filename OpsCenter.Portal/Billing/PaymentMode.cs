namespace OpsCenter.Portal.Billing;

/// <summary>Whether money moves. The payment provider's registration says so, and every document and page about money repeats it.</summary>
/// <param name="IsTest">True: no money moves, and documents have number series of their own.</param>
public sealed record PaymentMode(bool IsTest);
