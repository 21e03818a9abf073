using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>A part of the rule of a composite alarm.</summary>
internal abstract record RuleNode
{
    /// <summary>The alarms in it, as they are named in it.</summary>
    public virtual IEnumerable<string> Alarms => [];

    /// <summary>Whether it is true; an alarm that there is not is in no state.</summary>
    public abstract bool Holds(Func<string, StateValue?> stateOf);

    /// <summary>TRUE or FALSE.</summary>
    internal sealed record Constant(bool Value) : RuleNode
    {
        /// <inheritdoc/>
        public override bool Holds(Func<string, StateValue?> stateOf) => Value;
    }

    /// <summary>ALARM, OK or INSUFFICIENT_DATA of an alarm.</summary>
    internal sealed record InState(StateValue State, string Name) : RuleNode
    {
        /// <inheritdoc/>
        public override IEnumerable<string> Alarms => [Name];

        /// <inheritdoc/>
        public override bool Holds(Func<string, StateValue?> stateOf) => stateOf(AlarmNames.Of(Name)) == State;
    }

    /// <summary>NOT.</summary>
    internal sealed record Not(RuleNode Of) : RuleNode
    {
        /// <inheritdoc/>
        public override IEnumerable<string> Alarms => Of.Alarms;

        /// <inheritdoc/>
        public override bool Holds(Func<string, StateValue?> stateOf) => !Of.Holds(stateOf);
    }

    /// <summary>AT_LEAST: so many of the conditions hold, or so many percent of them.</summary>
    internal sealed record AtLeast(int Threshold, bool IsPercentage, IReadOnlyList<RuleNode> Of) : RuleNode
    {
        /// <inheritdoc/>
        public override IEnumerable<string> Alarms => Of.SelectMany(condition => condition.Alarms);

        /// <inheritdoc/>
        public override bool Holds(Func<string, StateValue?> stateOf)
        {
            var count = Of.Count(condition => condition.Holds(stateOf));
            return IsPercentage ? count * 100 >= Threshold * Of.Count : count >= Threshold;
        }
    }

    /// <summary>AND or OR.</summary>
    internal sealed record Pair(bool IsAnd, RuleNode Left, RuleNode Right) : RuleNode
    {
        /// <inheritdoc/>
        public override IEnumerable<string> Alarms => Left.Alarms.Concat(Right.Alarms);

        /// <inheritdoc/>
        public override bool Holds(Func<string, StateValue?> stateOf) => IsAnd
            ? Left.Holds(stateOf) && Right.Holds(stateOf)
            : Left.Holds(stateOf) || Right.Holds(stateOf);
    }
}
