namespace OpsCenter.Portal.Shell.Documents;

/// <summary>How much a text stands out.</summary>
public enum PdfTone
{
    /// <summary>Body text.</summary>
    Normal,

    /// <summary>Labels and remarks.</summary>
    Muted,

    /// <summary>Headings and totals: semibold.</summary>
    Strong,
}
