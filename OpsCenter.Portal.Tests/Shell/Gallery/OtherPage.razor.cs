namespace OpsCenter.Portal.Tests.Shell.Gallery;

public sealed partial class OtherPage;
