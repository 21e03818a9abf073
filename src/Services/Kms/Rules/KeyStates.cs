using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>What the state of a key allows. Source: KMS Developer Guide, "Key states of AWS KMS keys", the
/// table.</summary>
internal static class KeyStates
{
    /// <summary>Refuses a key that cannot encrypt, sign or the like now.</summary>
    /// <exception cref="Core.ServiceException">DisabledException, KMSInvalidStateException.</exception>
    public static KeyPlace Usable(KeyPlace place)
    {
        if (place.Key.State == KeyState.Disabled) throw Errors.Disabled(place.Arn);
        return Imported(place);
    }

    /// <summary>Refuses a key that is to be deleted, or has no material.</summary>
    /// <exception cref="Core.ServiceException">KMSInvalidStateException.</exception>
    public static KeyPlace Imported(KeyPlace place) =>
        place.Key.State == KeyState.PendingImport ? throw Errors.State(place.Arn, "pending import") : Staying(place);

    /// <summary>Refuses a key that is to be deleted.</summary>
    /// <exception cref="Core.ServiceException">KMSInvalidStateException.</exception>
    public static KeyPlace Staying(KeyPlace place) => place.Key.State switch
    {
        KeyState.PendingDeletion => throw Errors.State(place.Arn, "pending deletion"),
        KeyState.PendingReplicaDeletion => throw Errors.State(place.Arn, "pending replica deletion"),
        _ => place,
    };
}
