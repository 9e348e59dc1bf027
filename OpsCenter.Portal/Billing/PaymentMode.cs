namespace OpsCenter.Portal.Billing;

/// <summary>Whether money moves; every document and page about money says so. The test-mode gateway is the one payment provider so far.</summary>
/// <param name="IsTest">True: no money moves, and documents have number series of their own.</param>
public sealed record PaymentMode(bool IsTest);
