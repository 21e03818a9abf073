using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Loops;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.MultiRegion;

/// <summary>Makes a replica the primary key, and the primary key a replica.</summary>
public sealed class UpdatePrimaryRegion : IWriteOperation<UpdatePrimaryRegionRequest, UpdatePrimaryRegionResult>
{
    /// <inheritdoc/>
    public UpdatePrimaryRegionResult Run(UpdatePrimaryRegionRequest request, Call call)
    {
        var place = KeyStates.Usable(Places.Managed(call, request.KeyId!, "UpdatePrimaryRegion"));
        if (!place.IsPrimary) throw Errors.Unsupported($"{place.Arn} is not a multi-Region primary key.");
        var region = request.PrimaryRegion!;
        var next = Places.Replicas(call, place).FirstOrDefault(replica => replica.Scope.Region == region)
            ?? throw Errors.NotFound($"There is no replica key in {region}");
        KeyStates.Usable(next);
        foreach (var replica in Places.Replicas(call, place).Where(r => r != next).ToList())
            Places.Put(call, replica, replica.Key with { PrimaryRegion = region });
        var regions = place.Key.Replicas.Where(r => r != region).Append(place.Scope.Region);
        var key = next.Key with
        {
            PrimaryRegion = region,
            Replicas = [.. regions.Order(StringComparer.Ordinal)],
            RotationDays = place.Key.RotationDays,
            NextRotation = place.Key.NextRotation,
            Demanded = place.Key.Demanded,
        };
        Places.Put(call, next, key);
        Places.Put(call, place, place.Key with
        {
            PrimaryRegion = region, Replicas = [], RotationDays = null, NextRotation = null,
        });
        call.Cancel(RotationLoop.TimerKind, key.Id.Value, place.Scope);
        if (key.NextRotation is { } due) call.Schedule(RotationLoop.TimerKind, due, key.Id.Value, next.Scope);
        return new();
    }
}
