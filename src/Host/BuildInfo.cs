namespace Orrery.Host;

/// <summary>Which program this is.</summary>
public static class BuildInfo
{
    /// <summary>The version, for example <c>0.1.0</c>.</summary>
    public static string Version { get; } = typeof(BuildInfo).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
