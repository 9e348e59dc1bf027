namespace OpsCenter.Domain.Billing.Backend;

/// <summary>An invoice as a file, or why there is none.</summary>
public abstract record InvoiceFile
{
    private InvoiceFile()
    {
    }

    /// <summary>Here it is.</summary>
    /// <param name="Name">Its name: <c>INV-000042.pdf</c>.</param>
    /// <param name="Content">The PDF.</param>
    public sealed record Ready(string Name, byte[] Content) : InvoiceFile;

    /// <summary>It is being made; ask again in a moment.</summary>
    public sealed record NotYet : InvoiceFile;

    /// <summary>The customer has no such invoice.</summary>
    public sealed record Missing : InvoiceFile;
}
