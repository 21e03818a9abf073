namespace Orrery.Engines.Load.Credits;

/// <summary>The credits of an instance at the end of a minute.</summary>
/// <param name="Accrued">Those that it earned and has.</param>
/// <param name="Launch">Those that its start gave it and it has; they are spent first and do not count to the
/// most.</param>
/// <param name="Surplus">Those that it spent in advance and has not paid back.</param>
/// <param name="Charged">Those that are charged for, ever since.</param>
/// <param name="Lost">Those that were earned above the most, or were lost by a stop, ever since.</param>
public readonly record struct CreditState(
    double Accrued, double Launch, double Surplus, double Charged, double Lost)
{
    /// <summary>What CPUCreditBalance tells.</summary>
    public double Balance => Accrued + Launch;
}
