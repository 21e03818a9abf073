using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Conditions;

/// <summary>
/// An operator, a key and values: the request's value must match one of the values, or, where the operator is negated,
/// none of them. Source: IAM User Guide, "IAM JSON policy elements: Condition operators", "Conditions with multiple
/// context keys or values", "Multivalued context keys".
/// </summary>
public sealed class Condition
{
    private readonly Operand[] _operands;

    internal Condition(
        string name, ConditionOperator @operator, ContextKey key, IReadOnlyList<string> values, Operand[] operands)
    {
        Name = name;
        Operator = @operator;
        Key = key;
        Values = values;
        _operands = operands;
    }

    /// <summary>The operator's name as it was written.</summary>
    public string Name { get; }

    /// <summary>The operator.</summary>
    public ConditionOperator Operator { get; }

    /// <summary>The key.</summary>
    public ContextKey Key { get; }

    /// <summary>The values as they were written.</summary>
    public IReadOnlyList<string> Values { get; }

    internal IReadOnlyList<Operand> Operands => _operands;

    /// <summary>Whether it holds for a request.</summary>
    public bool Holds(IRequestContext context)
    {
        var values = context.Get(Key);
        if (Operator.Comparison == Comparison.Null) return HoldsNull(values.Count == 0);
        if (values.Count == 0) return Operator.IfExists || HoldsMissing();
        if (Operator.Qualifier == SetQualifier.None && values.Count == 1) return Test(values[0], context);
        return HoldsMany(values, context);
    }

    private bool HoldsMissing() => Operator.Qualifier switch
    {
        SetQualifier.ForAllValues => true,
        SetQualifier.ForAnyValue => false,
        _ => Operator.IsNegated,
    };

    private bool HoldsNull(bool isMissing)
    {
        foreach (var operand in _operands)
        {
            if (((TruthOperand)operand).Truth == isMissing) return true;
        }

        return false;
    }

    private bool HoldsMany(ContextValues values, IRequestContext context)
    {
        // Without a qualifier, which the guide warns of: as one of several values, and none of them where negated.
        var needsAll = Operator.Qualifier == SetQualifier.ForAllValues
            || (Operator.Qualifier == SetQualifier.None && Operator.IsNegated);
        for (var i = 0; i < values.Count; i++)
        {
            if (Test(values[i], context) != needsAll) return !needsAll;
        }

        return needsAll;
    }

    private bool Test(string value, IRequestContext context)
    {
        foreach (var operand in _operands)
        {
            if (operand.Matches(value, context)) return !Operator.IsNegated;
        }

        return Operator.IsNegated;
    }
}
