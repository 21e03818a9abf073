using Orrery.Kernel.Calls;
using Orrery.Services.Kms.Loops;
using Orrery.Services.Kms.Records;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>The end of keys. Sources: KMS API Reference, ScheduleKeyDeletion; Developer Guide, "Deleting multi-Region
/// keys": a primary key waits for its replicas.</summary>
internal static class Deletions
{
    /// <summary>Begins the waiting period.</summary>
    public static KeyPlace Begin(Call call, KeyPlace place, int days)
    {
        if (place.IsPrimary && place.Key.Replicas.Count > 0)
        {
            return Places.Put(call, place, place.Key with
            {
                State = KeyState.PendingReplicaDeletion, WindowDays = days, DeletionAt = null,
            });
        }

        var at = call.Now.AddDays(days);
        call.Schedule(DeletionLoop.TimerKind, at, place.Key.Id.Value, place.Scope);
        return Places.Put(call, place, place.Key with
        {
            State = KeyState.PendingDeletion, DeletionAt = at, WindowDays = days,
        });
    }

    /// <summary>Deletes a key and all that belongs to it.</summary>
    public static void Delete(Call call, KeyPlace place)
    {
        var id = place.Key.Id.Value;
        var materials = call.Write(Tables.Materials, place.Scope);
        foreach (var one in materials.By(Tables.MaterialsByKey, id).ToList())
        {
            call.Cancel(ExpiryLoop.TimerKind, one.Id.Value, place.Scope);
            materials.Remove(one.Id);
        }

        var aliases = call.Write(Tables.Aliases, place.Scope);
        foreach (var alias in aliases.By(Tables.AliasesByKey, id).ToList())
            aliases.Remove(alias.Name);
        var grants = call.Write(Tables.Grants, place.Scope);
        foreach (var grant in grants.By(Tables.GrantsByKey, id).ToList())
            grants.Remove(grant.Id);
        ImportRules.ForgetTokens(call, place);
        call.Cancel(RotationLoop.TimerKind, id, place.Scope);
        call.Write(Tables.Keys, place.Scope).Remove(place.Key.Id);
        if (place.IsReplica) Leave(call, place);
    }

    private static void Leave(Call call, KeyPlace replica)
    {
        var primary = Places.Primary(call, replica);
        if (primary == replica) return;
        KeyRecord left = primary.Key with
        {
            Replicas = [.. primary.Key.Replicas.Where(region => region != replica.Scope.Region)],
        };
        var place = Places.Put(call, primary, left);
        if (left.State == KeyState.PendingReplicaDeletion && left.Replicas.Count == 0)
            Begin(call, place, left.WindowDays!.Value);
    }
}
