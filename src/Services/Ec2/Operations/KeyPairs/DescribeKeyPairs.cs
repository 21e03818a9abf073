using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.KeyPairs;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.KeyPairs;

/// <summary>Lists key pairs. Filters: EC2 API Reference, DescribeKeyPairs.</summary>
public sealed class DescribeKeyPairs : IReadOperation<DescribeKeyPairsRequest, DescribeKeyPairsResult>
{
    private static readonly Filters<KeyPairRecord> Filters = new Filters<KeyPairRecord>()
        .One("key-pair-id", pair => pair.Id.Value)
        .One("fingerprint", pair => pair.Fingerprint)
        .Indexed(
            "key-name",
            pair => [pair.Name],
            (call, name) => call.Read(InstanceTables.KeyPairs).By(InstanceTables.KeyPairsByName, name))
        .Tags(pair => pair.Id.Value);

    /// <inheritdoc/>
    public DescribeKeyPairsResult Run(DescribeKeyPairsRequest request, ReadCall call)
    {
        var ids = request.KeyNames is { Count: > 0 } names
            ? [.. names.Select(name => IdOf(name, call)), .. request.KeyPairIds ?? []]
            : request.KeyPairIds;
        var page = Lister.List(call, InstanceKinds.KeyPair, Filters, new(ids, request.Filters, null, null));
        return new() { KeyPairs = page.As(pair => View(pair, request.IncludePublicKey == true, call)) };
    }

    private static string IdOf(string name, ReadCall call) =>
        KeyPairRules.Find(call, name)?.Id.Value ?? throw KeyPairRules.NotFound(name);

    private static KeyPairInfo View(KeyPairRecord pair, bool withKey, ReadCall call) => new()
    {
        KeyPairId = pair.Id.Value,
        KeyName = pair.Name,
        KeyType = pair.Type,
        KeyFingerprint = pair.Fingerprint,
        PublicKey = withKey ? pair.PublicKey : null,
        CreateTime = pair.CreateTime,
        Tags = TagStore.View(call, pair.Id.Value),
    };
}
