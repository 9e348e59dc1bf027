namespace OpsCenter.Portal.Shell.Reader;

/// <summary>What the reader chose in the theme menu.</summary>
public enum ThemeChoice
{
    System,
    Light,
    Dark,
}
