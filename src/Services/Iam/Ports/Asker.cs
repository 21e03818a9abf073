namespace Orrery.Services.Iam.Ports;

/// <summary>Who asks for a role, as principals of policies name them.</summary>
/// <param name="Kind">AWS, Service or Federated.</param>
/// <param name="Names">The names that mean who asks: an ARN and that of its role, a service, a provider.</param>
/// <param name="Account">The account of who asks; empty for others than AWS's principals.</param>
/// <param name="Id">The unique id of the user or role; null for others.</param>
internal sealed record Asker(string Kind, IReadOnlyList<string> Names, string Account, string? Id = null);
