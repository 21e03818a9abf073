using Orrery.Engines.Policies.Evaluation;

namespace Orrery.Authorization.Deciding;

/// <summary>What grants of resources can do.</summary>
internal static class Grants
{
    /// <summary>
    /// Whether a grant would let pass what was refused: it makes up for a permission that is missing, not for a denial,
    /// and not for what control policies or endpoints leave out. Sources: KMS Developer Guide, "Grants in AWS KMS";
    /// Organizations User Guide, "Service control policies".
    /// </summary>
    public static bool MayLift(in Verdict verdict) => verdict.Outcome == Outcome.ImplicitDeny
        && verdict.Layer is not (PolicyLayer.ServiceControl or PolicyLayer.ResourceControl or PolicyLayer.Endpoint);
}
