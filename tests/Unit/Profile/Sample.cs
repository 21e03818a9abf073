namespace Orrery.Tests.Unit.Profile;

/// <summary>Holds a type whose methods are looked for.</summary>
public abstract class Sample<T>
{
    /// <summary>Has two methods of the same name and length, and a generic one.</summary>
    public sealed class Inner
    {
        /// <summary>A method.</summary>
        public void Add(int number) => GC.KeepAlive(number);

        /// <summary>Another of the same name.</summary>
        public void Add(T value) => GC.KeepAlive(value);

        /// <summary>A generic method.</summary>
        public TOne Of<TOne>(TOne one) => one;
    }
}
