using Orrery.Core;

namespace Orrery.Engines.Policies.Documents;

/// <summary>A grammar error. Services that word it otherwise than IAM go by the problem.</summary>
/// <param name="Problem">What is wrong.</param>
/// <param name="Message">In IAM's words.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record PolicyFault(PolicyProblem Problem, string Message, int Line)
{
    /// <summary>The refusal as IAM gives it.</summary>
    public ServiceException AsRefusal() => new("MalformedPolicyDocument", Message);
}
