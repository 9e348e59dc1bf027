namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>
/// What a reader types into a field whose value its owner keeps elsewhere, such as in the address. The owner gives back what it was told a
/// moment ago, late and perhaps after something older; only what it was never told is news that may replace what is being typed.
/// </summary>
internal sealed class TypedText
{
    private readonly Queue<string> underWay = [];
    private string given = "";
    private string known = "";

    /// <summary>As typed, spaces included.</summary>
    public string Text { get; set; } = "";

    /// <summary>The owner's value, whenever the owner is drawn.</summary>
    public void Take(string? value)
    {
        if ((value ?? "") == given)
            return;

        given = value ?? "";

        if (underWay.Contains(given))
        {
            while (underWay.Dequeue() != given)
            {
            }
        }
        else
        {
            underWay.Clear();
            (Text, known) = (given, given);
        }
    }

    /// <summary>What the owner must be told; null when it knows.</summary>
    public string? Tell()
    {
        var text = Text.Trim();

        if (text == known)
            return null;

        known = text;
        underWay.Enqueue(text);

        return text;
    }
}
