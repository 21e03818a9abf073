using Orrery.Contracts.Loads;
using Orrery.Core;
using Orrery.Engines.Load.Serving;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Loads;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Ports;

/// <summary>Takes declarations of loads, and tells how they and the instances stand.</summary>
internal sealed class LoadDesk : ILoads
{
    /// <inheritdoc/>
    public IReadOnlyList<LoadState> Apply(Call call, IReadOnlyList<LoadDeclaration> loads)
    {
        var mistakes = LoadCheck.Mistakes(loads);
        foreach (var id in loads.SelectMany(load => load.Targets ?? []).Select(target => target.Instance))
        {
            if (id is not null && !call.Read(InstanceTables.Instances).Contains(new(id)))
                mistakes.Add($"the instance '{id}' does not exist in {call.Account} {call.Region}");
        }

        foreach (var load in loads)
        {
            if (load.From is null && load.To <= call.Now) mistakes.Add($"{load.Name}: to is past");
        }

        if (mistakes.Count > 0) throw new ServiceException("InvalidLoad", string.Join('\n', mistakes));
        var records = loads.Select(load => new LoadRecord
        {
            Id = new(load.Name!), Load = load with { From = load.From ?? call.Now },
        }).ToList();
        foreach (var record in records) call.Write(LoadTables.Loads).Put(record);
        Lives.TellAll(call);
        var runs = new Runs(call);
        return [.. records.Select(record => StateOf(call, runs, record))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<LoadState> List(ReadCall call)
    {
        var runs = new Runs(call);
        return [.. call.Read(LoadTables.Loads).All().Select(record => StateOf(call, runs, record))];
    }

    /// <inheritdoc/>
    public void Remove(Call call, string name)
    {
        if (!call.Write(LoadTables.Loads).Remove(new(name)))
            throw new ServiceException("NoSuchLoad", $"No load is named '{name}' in {call.Region}.", 404);
        Lives.TellAll(call);
    }

    /// <inheritdoc/>
    public InstanceLoad? Read(ReadCall call, string instanceId, DateTimeOffset at) =>
        call.Read(LoadTables.Lives).Find(new(instanceId)) is { } life
        && new Runs(call).At(life, Minutes.Of(at)) is { } minute ? View(life, minute) : null;

    /// <inheritdoc/>
    public IReadOnlyList<InstanceStanding> Instances(ReadCall call)
    {
        var runs = new Runs(call);
        var now = Minutes.Of(call.Now);
        return
        [
            .. from instance in call.Read(InstanceTables.Instances).All()
               where instance.State != InstanceStateName.Terminated
               let life = call.Read(LoadTables.Lives).Find(instance.Id)
               let minute = life is null ? null : runs.At(life, now)
               select new InstanceStanding(
                   instance.Id.Value, instance.State.ToWire(), instance.InstanceType,
                   minute is { } known ? View(life!, known) : null),
        ];
    }

    private static InstanceLoad View(InstanceLifeRecord life, in Minute minute)
    {
        var hasCredits = minute.Capacity.Credits is not null;
        var demand = minute.Demand;
        return new(
            life.Id.Value, Minutes.Begin(minute.At), minute.Utilization, demand.Requests, minute.Errors,
            demand.Requests > 0 ? minute.LatencyOf(demand.Cpu / demand.Requests) : 0,
            hasCredits ? minute.Credits.Balance : null, hasCredits ? minute.Credits.Surplus : null);
    }

    private static LoadState StateOf(ReadCall call, Runs runs, LoadRecord record)
    {
        var now = Minutes.Of(call.Now);
        var share = runs.ShareOf(record, now);
        var (running, requests, served, errors, waited) = (0, 0.0, 0.0, 0.0, 0.0);
        foreach (var life in LoadTargets.Members(call, record.Load, now))
        {
            if (runs.At(life, now) is not { } minute) continue;
            var rate = share.RateAt(now);
            running++;
            requests += rate;
            served += rate * minute.Served;
            errors += rate * (1 - minute.Served);
            waited += rate * minute.Served * minute.LatencyOf(share.Cost.CpuSeconds);
        }

        return new(record.Load, running, requests, errors, served > 0 ? waited / served : 0);
    }
}
