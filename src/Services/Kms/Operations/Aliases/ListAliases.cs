using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Records;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Aliases;

/// <summary>Lists aliases, all or those of a key.</summary>
public sealed class ListAliases : IReadOperation<ListAliasesRequest, ListAliasesResult>
{
    /// <inheritdoc/>
    public ListAliasesResult Run(ListAliasesRequest request, ReadCall call)
    {
        var aliases = call.Read(Tables.Aliases);
        var key = request.KeyId is { } id ? Places.Seen(call, id, "ListAliases").Key.Id.Value : null;
        var entries = key is null
            ? aliases.All().Select(alias => View(call, alias)).Concat(Unused(call)).OrderBy(
                static entry => entry.AliasName, StringComparer.Ordinal)
            : aliases.By(Tables.AliasesByKey, key).Select(alias => View(call, alias));
        var (page, next) = Pages.Of(
            entries, static entry => entry.AliasName!, request.Limit, request.Marker, standard: 50);
        return new() { Aliases = page, NextMarker = next, Truncated = next is not null };
    }

    // Predefined aliases of AWS have no key until a service uses them first (KMS API Reference, ListAliases).
    private static IEnumerable<AliasListEntry> Unused(ReadCall call) =>
        from name in AwsKeys.Names
        where !call.Read(Tables.Aliases).Contains(new(name))
        select new AliasListEntry { AliasName = name, AliasArn = Places.AliasArn(call.Scope, name) };

    private static AliasListEntry View(ReadCall call, AliasRecord alias) => new()
    {
        AliasName = alias.Name.Value,
        AliasArn = Places.AliasArn(call.Scope, alias.Name.Value),
        TargetKeyId = alias.Target,
        CreationDate = alias.CreatedAt,
        LastUpdatedDate = alias.UpdatedAt,
    };
}
