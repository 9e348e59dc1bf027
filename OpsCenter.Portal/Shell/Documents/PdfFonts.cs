namespace OpsCenter.Portal.Shell.Documents;

/// <summary>The typeface of documents, Inter (SIL Open Font License, see the folder Fonts), embedded in each of them.</summary>
internal static class PdfFonts
{
    public static byte[] Regular { get; } = Read("Inter-Regular.ttf");

    public static byte[] SemiBold { get; } = Read("Inter-SemiBold.ttf");

    private static byte[] Read(string name)
    {
        using var stream = typeof(PdfFonts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font {name} is not part of the assembly.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);

        return bytes.ToArray();
    }
}
