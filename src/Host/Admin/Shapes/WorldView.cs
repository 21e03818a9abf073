namespace Orrery.Host.Admin.Shapes;

/// <summary>A world.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsDefault">Whether requests that name no world are for it.</param>
/// <param name="IsOpen">Whether it runs. One that does not has no more to show; its first request opens it.</param>
/// <param name="Now">Its virtual time.</param>
/// <param name="Commits">How many changes were made in it.</param>
/// <param name="Accounts">How many accounts have been touched.</param>
/// <param name="Regions">How many regions have been touched.</param>
public sealed record WorldView(
    string Name,
    bool IsDefault,
    bool IsOpen,
    DateTimeOffset? Now = null,
    long? Commits = null,
    int? Accounts = null,
    int? Regions = null);
