using Orrery.Kernel.Calls;
using Orrery.Services.Kms.Loops;
using Orrery.Services.Kms.Records;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>
/// Rotation of keys: new material encrypts, the old still decrypts. Source: KMS Developer Guide, "Rotate AWS KMS keys".
/// </summary>
internal static class Rotations
{
    /// <summary>How long between rotations, where nobody says.</summary>
    public const int StandardDays = 365;

    /// <summary>Refuses keys that do not rotate.</summary>
    /// <exception cref="Core.ServiceException">UnsupportedOperationException.</exception>
    public static KeyPlace Rotatable(KeyPlace place) => !KeySpecs.IsSymmetric(place.Key.Spec)
        ? throw Errors.Unsupported($"{place.Arn} key spec {place.Key.Spec.ToWire()} does not support rotation.")
        : place;

    /// <summary>Refuses keys that do not rotate by themselves, or not from here.</summary>
    /// <exception cref="Core.ServiceException">UnsupportedOperationException.</exception>
    public static KeyPlace Automatic(KeyPlace place)
    {
        Rotatable(place);
        if (place.Key.Origin == OriginType.External)
            throw Errors.Unsupported($"{place.Arn} origin is EXTERNAL which is not valid for this operation.");
        return place.IsReplica
            ? throw Errors.Unsupported($"{place.Arn} is a replica: rotation is set on its primary key.")
            : place;
    }

    /// <summary>Sets the next rotation by itself.</summary>
    public static KeyRecord Plan(Call call, KeyPlace place, KeyRecord key, int days)
    {
        var next = call.Now.AddDays(days);
        call.Cancel(RotationLoop.TimerKind, key.Id.Value, place.Scope);
        call.Schedule(RotationLoop.TimerKind, next, key.Id.Value, place.Scope);
        return key with { RotationDays = days, NextRotation = next };
    }

    /// <summary>Makes new material the one that encrypts.</summary>
    public static void Turn(Call call, KeyPlace place, RotationType why) =>
        Materials.Begin(call, place, Materials.NewBytes(call, place.Key.Spec), why);
}
