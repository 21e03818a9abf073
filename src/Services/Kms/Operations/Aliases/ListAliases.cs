using Orrery.Kernel.Calls;
using Orrery.Operations;
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
        var (page, next) = Pages.Of(
            key is null ? aliases.All() : aliases.By(Tables.AliasesByKey, key), a => a.Name.Value, request.Limit,
            request.Marker, standard: 50);
        return new()
        {
            Aliases =
            [
                .. page.Select(alias => new AliasListEntry
                {
                    AliasName = alias.Name.Value,
                    AliasArn = Places.AliasArn(call.Scope, alias.Name.Value),
                    TargetKeyId = alias.Target,
                    CreationDate = alias.CreatedAt,
                    LastUpdatedDate = alias.UpdatedAt,
                }),
            ],
            NextMarker = next,
            Truncated = next is not null,
        };
    }
}
