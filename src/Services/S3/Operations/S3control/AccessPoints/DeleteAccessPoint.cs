using Orrery.Services.S3.Rules.Points;
using Orrery.Wire.Generated.S3control;
using Scope = Orrery.Kernel.State.Scope;

namespace Orrery.Services.S3.Operations.S3control.AccessPoints;

/// <summary>Deletes an access point, and its policy with it.</summary>
public sealed class DeleteAccessPoint : IWriteOperation<DeleteAccessPointRequest, DeleteAccessPointResult>
{
    /// <inheritdoc/>
    public DeleteAccessPointResult Run(DeleteAccessPointRequest request, Call call)
    {
        var place = PointRules.Own(call, request.AccountId, request.Name);
        call.Write(Tables.Points, place.Scope).Remove(place.Point.Name);
        call.Write(Tables.Aliases, Scope.World).Remove(place.Point.Alias);
        return new();
    }
}
