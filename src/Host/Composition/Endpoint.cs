using Orrery.Contracts;

namespace Orrery.Host.Composition;

/// <summary>The program's own address: known once it listens.</summary>
internal sealed class Endpoint : IEndpoint
{
    /// <inheritdoc/>
    public Uri Address { get; set; } = new($"http://localhost:{HostOptions.DefaultPort}");
}
