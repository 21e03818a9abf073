using System.Collections.Frozen;

namespace Orrery.Wire.Requests;

/// <summary>The services of a catalog by all the names that a request may call them.</summary>
internal sealed class ServiceDirectory
{
    private static readonly ServiceModel[] None = [];
    private readonly FrozenDictionary<string, ServiceModel[]> _bySigningName;
    private readonly FrozenDictionary<string, ServiceModel[]> _byTarget;
    private readonly FrozenDictionary<string, ServiceModel[]> _byEndpoint;
    private readonly FrozenDictionary<string, ServiceModel[]> _formByVersion;

    public ServiceDirectory(IServiceCatalog catalog)
    {
        _bySigningName = Group(catalog.All, s => s.SigningName);
        _byTarget = Group(catalog.All, s => s.TargetPrefix);
        _byEndpoint = Group(catalog.All, s => s.EndpointPrefix);
        _formByVersion = Group(catalog.All.Where(SpeaksForms), s => s.ApiVersion);
        WithUnsignedOperations = [.. catalog.All.Where(s => s.HasUnsignedOperations)];
        S3 = catalog.All.FirstOrDefault(s => s.Name == "s3");
    }

    /// <summary>Services that have operations without a signature.</summary>
    public ServiceModel[] WithUnsignedOperations { get; }

    /// <summary>S3, where an unsigned request goes that names nothing else; or null.</summary>
    public ServiceModel? S3 { get; }

    public static bool SpeaksForms(ServiceModel service) =>
        service.Speaks(WireProtocol.Query) || service.Speaks(WireProtocol.Ec2);

    public ServiceModel[] SignedAs(string name) => _bySigningName.GetValueOrDefault(name, None);

    public ServiceModel[] ForTarget(string prefix) => _byTarget.GetValueOrDefault(prefix, None);

    public ServiceModel[] AtEndpoint(string prefix) => _byEndpoint.GetValueOrDefault(prefix, None);

    public ServiceModel[] FormsOfVersion(string version) => _formByVersion.GetValueOrDefault(version, None);

    // The namesake first: rds before docdb and neptune, which answer at its endpoint with its version.
    private static FrozenDictionary<string, ServiceModel[]> Group(
        IEnumerable<ServiceModel> services, Func<ServiceModel, string?> by) =>
        services.Where(s => by(s) is not null).GroupBy(s => by(s)!)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(s => s.Name != g.Key).ToArray(), StringComparer.Ordinal);
}
