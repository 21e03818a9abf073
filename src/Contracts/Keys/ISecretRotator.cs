using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Keys;

/// <summary>
/// Runs the functions that rotate secrets: the service that has functions offers it. Without one nothing is rotated,
/// and whoever asks for it is refused.
/// </summary>
public interface ISecretRotator
{
    /// <summary>Whether there is such a function.</summary>
    bool Knows(ReadCall call, string functionArn);

    /// <summary>
    /// Calls the function for a step, once this call has been committed, with the event that <see cref="RotationStep"/>
    /// writes. How it ended is told to <see cref="ISecretRotations"/>, in a call of the secret's account and region.
    /// </summary>
    void Begin(Call call, string functionArn, RotationStep step);
}
