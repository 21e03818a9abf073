namespace Orrery.Host.Admin.Shapes;

/// <summary>The body of <c>POST /_orrery/worlds/{name}/fork</c>.</summary>
/// <param name="As">The name of the new world.</param>
/// <param name="At">The past instant to fork at; null for now.</param>
public sealed record ForkRequest(string? As = null, DateTimeOffset? At = null);
