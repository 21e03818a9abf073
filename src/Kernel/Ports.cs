using System.Collections.Frozen;

namespace Orrery.Kernel;

/// <summary>An immutable set of what services offer one another: one instance per interface of Contracts.</summary>
public sealed class Ports
{
    private readonly FrozenDictionary<Type, object> _ports;
    private readonly FrozenDictionary<Type, object> _shared;

    private Ports(
        IEnumerable<KeyValuePair<Type, object>> ports, IEnumerable<KeyValuePair<Type, object>> shared)
    {
        _ports = ports.ToFrozenDictionary();
        _shared = shared.ToFrozenDictionary();
    }

    /// <summary>No ports.</summary>
    public static Ports None { get; } = new([], []);

    /// <summary>These ports and one more.</summary>
    /// <exception cref="ArgumentException">There is one of this type already.</exception>
    public Ports With<T>(T instance)
        where T : class =>
        _ports.ContainsKey(typeof(T))
            ? throw new ArgumentException($"There are two ports of type {typeof(T).Name}.")
            : new(_ports.Append(new(typeof(T), instance)), _shared);

    /// <summary>These ports and one more of a type that several services offer, each for its own things.</summary>
    public Ports Also<T>(T instance)
        where T : class =>
        new(
            _ports,
            _shared.Where(port => port.Key != typeof(T)).Append(new(typeof(T), All<T>().Append(instance).ToArray())));

    /// <summary>All that was offered of a type that several services offer, in the order of the services.</summary>
    public IReadOnlyList<T> All<T>()
        where T : class => _shared.TryGetValue(typeof(T), out var ports) ? (T[])ports : [];

    /// <summary>The port of a type.</summary>
    /// <exception cref="InvalidOperationException">Nobody offers it.</exception>
    public T Get<T>()
        where T : class =>
        Find<T>() ?? throw new InvalidOperationException($"No service offers {typeof(T).Name}.");

    /// <summary>The port of a type, or null where nobody offers it.</summary>
    public T? Find<T>()
        where T : class => _ports.TryGetValue(typeof(T), out var port) ? (T)port : null;
}
