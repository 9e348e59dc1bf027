using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Usage.Receipts;

/// <summary>What a held job waits for, in words.</summary>
public static class HoldWords
{
    /// <summary>One cause: <c>route openai:gpt-9</c>.</summary>
    public static string Of(HoldCause cause) => cause.Reason switch
    {
        HoldReason.UnknownRoute => $"route {cause.Subject}",
        HoldReason.UnknownAgent => $"agent {cause.Subject}",
        HoldReason.UnknownTool => $"tool {cause.Subject}",
        HoldReason.UnknownCustomer => $"customer {cause.Subject}",
    };

    /// <summary>Several: <c>route openai:gpt-9 and tool web.browse</c>.</summary>
    public static string Of(IEnumerable<HoldCause> causes) => string.Join(" and ", causes.Select(Of));
}
