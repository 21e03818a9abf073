namespace Orrery.Services.Logs.Patterns;

/// <summary>A field of a space-delimited pattern.</summary>
/// <param name="Name">Its name; empty where it has none.</param>
/// <param name="Test">What its value has to be; null: anything.</param>
internal sealed record SpaceField(string Name, Func<string, bool>? Test)
{
    /// <summary>Three dots: any number of fields.</summary>
    public static SpaceField Rest { get; } = new("...", null);
}
