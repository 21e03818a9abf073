using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>Algorithms, held against keys.</summary>
internal static class SigningRules
{
    /// <summary>How to sign.</summary>
    /// <exception cref="Core.ServiceException">InvalidKeyUsageException.</exception>
    public static SigningAlgorithmSpec Algorithm(KeyPlace place, SigningAlgorithmSpec wanted) =>
        KeySpecs.Signing(place.Key.Spec, place.Key.Usage)?.Contains(wanted) == true
            ? wanted : throw Wrong(place, wanted.ToWire());

    /// <summary>How to make codes.</summary>
    /// <exception cref="Core.ServiceException">InvalidKeyUsageException.</exception>
    public static MacAlgorithmSpec Algorithm(KeyPlace place, MacAlgorithmSpec wanted) =>
        KeySpecs.Macs(place.Key.Spec)?.Contains(wanted) == true ? wanted : throw Wrong(place, wanted.ToWire());

    private static Core.ServiceException Wrong(KeyPlace place, string algorithm) => Errors.Usage(
        $"Algorithm {algorithm} and key spec {place.Key.Spec.ToWire()} are incompatible.");
}
