using Orrery.Kernel.Calls;
using Orrery.Services.Kms.Crypto;
using Orrery.Services.Kms.Loops;
using Orrery.Services.Kms.Records;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>Imported material. Source: KMS Developer Guide, "Importing key material".</summary>
internal static class ImportRules
{
    /// <summary>A key whose material is imported.</summary>
    /// <exception cref="Core.ServiceException">UnsupportedOperationException, KMSInvalidStateException.</exception>
    public static KeyPlace External(KeyPlace place)
    {
        if (place.Key.Origin != OriginType.External)
            throw Errors.Unsupported(
                $"{place.Arn} origin is {place.Key.Origin.ToWire()} which is not valid for this operation.");
        return KeyStates.Staying(place);
    }

    /// <summary>Whether bytes are material for a key.</summary>
    public static bool Fits(KeySpec spec, byte[] bytes) =>
        KeySpecs.IsAsymmetric(spec) ? Pairs.IsOf(spec, bytes) : bytes.Length == KeySpecs.Bytes(spec);

    /// <summary>The version that bytes become or are again.</summary>
    /// <exception cref="Core.ServiceException">IncorrectKeyMaterialException, KMSInvalidStateException.</exception>
    public static MaterialRecord Version(Call call, KeyPlace place, byte[] bytes, ImportType? type)
    {
        var all = Materials.All(call, place).ToList();
        var id = Materials.IdOf(place.Key.Id.Value, bytes);
        var known = all.Find(m => m.MaterialId == id);
        if (all.Count == 0) return New(call, place, bytes, 1, KeyMaterialState.Current);
        if (type != ImportType.NewKeyMaterial)
            return known is null ? throw Wrong(place) : known with { Bytes = bytes };
        if (!KeySpecs.IsSymmetric(place.Key.Spec)) throw Wrong(place);
        if (known is not null) throw Wrong(place);
        return all.Exists(m => m.State == KeyMaterialState.PendingRotation)
            ? throw Errors.State(place.Arn, "already holding key material that is pending rotation")
            : New(call, place, bytes, all[^1].Version + 1, KeyMaterialState.PendingRotation);
    }

    /// <summary>Puts a version, and enables the key if nothing is missing.</summary>
    public static void Put(Call call, KeyPlace place, MaterialRecord material)
    {
        call.Write(Tables.Materials, place.Scope).Put(material);
        call.Cancel(ExpiryLoop.TimerKind, material.Id.Value, place.Scope);
        if (material.ValidTo is { } end) call.Schedule(ExpiryLoop.TimerKind, end, material.Id.Value, place.Scope);
        var isWhole = Materials.All(call, place)
            .All(m => m.Bytes is not null || m.State == KeyMaterialState.PendingRotation);
        if (isWhole && place.Key.State == KeyState.PendingImport)
            Places.Put(call, place, place.Key with { State = KeyState.Enabled });
    }

    /// <summary>Deletes the bytes of a version.</summary>
    public static void Forget(Call call, KeyPlace place, MaterialRecord material)
    {
        call.Cancel(ExpiryLoop.TimerKind, material.Id.Value, place.Scope);
        var rows = call.Write(Tables.Materials, place.Scope);
        if (material.State == KeyMaterialState.PendingRotation)
        {
            rows.Remove(material.Id);
            return;
        }

        rows.Put(material with { Bytes = null, ValidTo = null });
        if (place.Key.State is KeyState.Enabled or KeyState.Disabled)
            Places.Put(call, place, place.Key with { State = KeyState.PendingImport });
    }

    /// <summary>Forgets the wrapping keys of a key.</summary>
    public static void ForgetTokens(Call call, KeyPlace place)
    {
        var imports = call.Write(Tables.Imports, place.Scope);
        foreach (var import in imports.All().Where(i => i.KeyId == place.Key.Id.Value).ToList())
        {
            call.Cancel(ImportLoop.TimerKind, import.Token.Value, place.Scope);
            imports.Remove(import.Token);
        }
    }

    private static MaterialRecord New(
        Call call, KeyPlace place, byte[] bytes, int version, KeyMaterialState state) => new()
    {
        KeyId = place.Key.Id.Value,
        Version = version,
        MaterialId = Materials.IdOf(place.Key.Id.Value, bytes),
        Bytes = bytes,
        State = state,
        Since = call.Now,
    };

    private static Core.ServiceException Wrong(KeyPlace place) => new(
        "IncorrectKeyMaterialException", $"The key material is not that which was imported into {place.Arn} before.");
}
