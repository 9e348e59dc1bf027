namespace OpsCenter.Portal.Shell.Documents;

/// <summary>A column of a table in a document.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Share">Its part of the width; parts of a table need no particular sum.</param>
/// <param name="AlignsRight">Whether it holds figures.</param>
public sealed record PdfColumn(string Title, double Share, bool AlignsRight = false);
