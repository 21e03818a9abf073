using Orrery.Host.Admin.Shapes;
using Orrery.Host.Composition;
using Orrery.Wire.Generated.Catalog;
using Orrery.Wire.Schema;

namespace Orrery.Host.Coverage;

/// <summary>Which operations of which models are served.</summary>
public static class CoverageTable
{
    /// <summary>All models, in order of their names.</summary>
    public static CoverageView[] All()
    {
        var served = Building.Services
            .SelectMany(service => service.Operations)
            .Select(operation => (operation.Service.Id, operation.Operation))
            .ToHashSet();
        return
        [
            .. WireCatalog.Services
                .OrderBy(service => service.Id, StringComparer.Ordinal)
                .Select(service => View(service, served)),
        ];
    }

    private static CoverageView View(ServiceSchema service, HashSet<(string Model, string Operation)> served)
    {
        var names = service.Operations.Select(operation => operation.Name).Order(StringComparer.Ordinal);
        var isServed = names.ToLookup(name => served.Contains((service.Id, name)));
        return new(service.Id, service.ServiceId, [.. isServed[true]], [.. isServed[false]]);
    }
}
