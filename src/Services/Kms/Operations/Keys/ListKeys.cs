using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Keys;

/// <summary>Lists the keys of an account and region.</summary>
public sealed class ListKeys : IReadOperation<ListKeysRequest, ListKeysResult>
{
    /// <inheritdoc/>
    public ListKeysResult Run(ListKeysRequest request, ReadCall call)
    {
        var (page, next) = Pages.Of(
            call.Read(Tables.Keys).All(), key => key.Id.Value, request.Limit, request.Marker);
        return new()
        {
            Keys = [.. page.Select(key => Entry(call, key.Id.Value))],
            NextMarker = next,
            Truncated = next is not null,
        };
    }

    private static KeyListEntry Entry(ReadCall call, string id) =>
        new() { KeyId = id, KeyArn = Places.Arn(call.Scope, id) };
}
