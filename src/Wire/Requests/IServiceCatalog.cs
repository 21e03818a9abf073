namespace Orrery.Wire.Requests;

/// <summary>
/// All service models, served or not; implemented by the generated table. One entry per service: the newest version,
/// and older ones only where clients still send them.
/// </summary>
public interface IServiceCatalog
{
    /// <summary>All services.</summary>
    IReadOnlyList<ServiceModel> All { get; }
}
