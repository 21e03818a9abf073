namespace Orrery.Engines.Policies.Requests;

/// <summary>The values of a condition key in a request: none, one, or several.</summary>
public readonly struct ContextValues
{
    private readonly object? _values;

    /// <summary>One value.</summary>
    public ContextValues(string value) => _values = value;

    /// <summary>Several values, or none.</summary>
    public ContextValues(string[] values) => _values = values;

    /// <summary>The key is not in the request.</summary>
    public static ContextValues None => default;

    /// <summary>How many there are.</summary>
    public int Count => _values switch { null => 0, string[] many => many.Length, _ => 1 };

    /// <summary>One of them, from 0.</summary>
    public string this[int index] => _values as string ?? ((string[])_values!)[index];

    /// <inheritdoc/>
    public override string ToString() => _values switch
    {
        null => "",
        string[] many => string.Join(", ", many),
        _ => (string)_values,
    };
}
