using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Keys;

/// <summary>The rotations that go on. Secrets Manager offers it to who runs functions.</summary>
public interface ISecretRotations
{
    /// <summary>
    /// Tells how a function ended that was called for a step: the next step follows, or the rotation is tried again.
    /// A step that nobody waits for any more is ignored.
    /// </summary>
    /// <param name="call">A call in the account and region of the secret.</param>
    /// <param name="step">The step.</param>
    /// <param name="failure">What the function failed with; null where it succeeded.</param>
    void Ended(Call call, RotationStep step, string? failure);
}
