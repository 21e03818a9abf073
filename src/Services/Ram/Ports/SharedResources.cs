using Orrery.Contracts.Sharing;
using Orrery.Kernel.Calls;
using Orrery.Services.Ram.Rules;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Ports;

/// <summary>Tells other services what is shared with whom, of the shares as they are now.</summary>
internal sealed class SharedResources : ISharedResources
{
    /// <inheritdoc/>
    public bool IsShared(ReadCall call, string arn, string account) =>
        Arns.ScopeOf(arn) is { } owner
        && call.Read(Tables.Shares, owner).By(Tables.SharesByResource, arn).Any(share => Shares.Has(share, account));

    /// <inheritdoc/>
    public IReadOnlyList<string> SharedWith(ReadCall call, string type) =>
    [
        .. Shares.OfOthers(call).SelectMany(found => found.Share.Resources)
            .Where(r => r.Status == ResourceShareAssociationStatus.Associated
                && ShareTypes.OfArn(r.Entity)?.Name == type)
            .Select(r => r.Entity).Distinct(StringComparer.Ordinal),
    ];
}
