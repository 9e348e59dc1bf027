using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Billing.Books.Pages;

/// <summary>A register as rows; each opens its invoice.</summary>
public sealed partial class RegisterTable
{
    [Parameter, EditorRequired]
    public Register Register { get; set; }

    [Parameter, EditorRequired]
    public required RegisterPage Page { get; set; }

    [Parameter, EditorRequired]
    public required FinanceAddress Address { get; set; }
}
