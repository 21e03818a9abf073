using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Keys;

/// <summary>Runs the functions that rotate secrets.</summary>
public interface ISecretRotator
{
    /// <summary>Whether there is such a function.</summary>
    bool Knows(ReadCall call, string functionArn);

    /// <summary>Calls the function for a step, after this call.</summary>
    void Begin(Call call, string functionArn, RotationStep step);
}
