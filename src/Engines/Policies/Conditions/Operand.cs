using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Conditions;

/// <summary>A value of a condition, compiled for its operator.</summary>
internal abstract class Operand
{
    /// <summary>Whether the operator, without its negation, holds between a value of the request and this.</summary>
    public abstract bool Matches(string value, IRequestContext context);
}
