namespace Orrery.Services.SecretsManager.Records;

/// <summary>A window in which a secret is rotated.</summary>
/// <param name="From">When it opens.</param>
/// <param name="To">When it closes.</param>
internal sealed record RotationWindow(DateTimeOffset From, DateTimeOffset To);
