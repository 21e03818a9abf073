using System.Collections.Frozen;

namespace Orrery.Wire.Requests;

/// <summary>The operations of one service by name and by route.</summary>
internal sealed class OperationIndex(IReadOnlyList<OperationModel> operations)
{
    private readonly FrozenDictionary<string, OperationModel> _byName =
        operations.ToFrozenDictionary(o => o.Name, StringComparer.Ordinal);

    private readonly Lazy<RouteTable> _routes = new(() => new RouteTable(operations));

    public IReadOnlyList<OperationModel> All => operations;

    public RouteTable Routes => _routes.Value;

    public OperationModel? Find(string name) => _byName.GetValueOrDefault(name);
}
