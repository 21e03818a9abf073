using Orrery.Engines.Policies.Documents;

namespace Orrery.Authorization.Deciding;

/// <summary>What is kept for the text of a policy.</summary>
/// <param name="document">The policy; null where it is none.</param>
internal sealed class AttachedHolder(PolicyDocument? document)
{
    /// <summary>The policy; null where the text is none.</summary>
    public PolicyDocument? Document => document;

    /// <summary>The policy by itself, where it was asked for so.</summary>
    public KeptStack? Stack { get; set; }
}
