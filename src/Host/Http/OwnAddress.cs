using Orrery.Contracts;

namespace Orrery.Host.Http;

/// <summary>Where the program answers.</summary>
/// <param name="planned">Where it will, as long as the port is not known.</param>
internal sealed class OwnAddress(Uri planned) : IOwnAddress
{
    /// <inheritdoc/>
    public Uri Endpoint { get; set; } = planned;
}
