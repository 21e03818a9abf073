using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Records;
using Orrery.Services.Kms.Rules;
using Orrery.Services.Kms.Views;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Rotation;

/// <summary>Lists the rotations of a key, or all its material.</summary>
public sealed class ListKeyRotations : IReadOperation<ListKeyRotationsRequest, ListKeyRotationsResult>
{
    /// <inheritdoc/>
    public ListKeyRotationsResult Run(ListKeyRotationsRequest request, ReadCall call)
    {
        var place = Rotations.Rotatable(Places.Seen(call, request.KeyId!, "ListKeyRotations"));
        var all = Materials.All(call, place)
            .Where(m => request.IncludeKeyMaterial == IncludeKeyMaterial.AllKeyMaterial || m.Rotation is not null);
        var (page, next) = Pages.Of(all, m => m.Id.Value, request.Limit, request.Marker);
        return new()
        {
            Rotations = [.. page.Select(m => Entry(place, m))], NextMarker = next, Truncated = next is not null,
        };
    }

    private static RotationsListEntry Entry(KeyPlace place, MaterialRecord material)
    {
        var isExternal = place.Key.Origin == OriginType.External;
        return new()
        {
            KeyId = place.Arn,
            KeyMaterialId = material.MaterialId,
            KeyMaterialDescription = material.Description,
            ImportState = !isExternal ? null
                : material.Bytes is null ? ImportState.PendingImport : ImportState.Imported,
            KeyMaterialState = material.State,
            ExpirationModel = isExternal && material.Bytes is not null ? KeyViews.Expires(material) : null,
            ValidTo = material.ValidTo,
            RotationDate = material.Rotation is null ? null : material.Since,
            RotationType = material.Rotation,
        };
    }
}
