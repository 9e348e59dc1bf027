using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Organizations.Notes;
using OpsCenter.Portal.Tests.Usage.Holds;
using OpsCenter.Portal.Tests.Usage.Jobs;
using Xunit;

namespace OpsCenter.Portal.Tests.Organizations.Notes;

public sealed class NoteTests(HoldsFixture fixture) : IClassFixture<HoldsFixture>
{
    [Fact]
    public async Task Notes_come_newest_first_and_the_audit_trail_does_not_repeat_what_they_say()
    {
        var customer = await fixture.CreateCustomerAsync("Noted");

        await WriteAsync(customer, "Called about the invoice.");
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        await WriteAsync(customer, "  Is happy again.  ");

        (await OfAsync(customer)).Select(note => note.Body).Should().Equal("Is happy again.", "Called about the invoice.");
        (await fixture.ScalarAsync<long>("select count(*) from audit_entries a where organization_id = $1 and action = 'customer.note_written' and to_jsonb(a)::text like '%happy%'", customer))
            .Should().Be(0);
        (await fixture.ScalarAsync<long>("select count(*) from audit_entries where organization_id = $1 and action = 'customer.note_written'", customer)).Should().Be(2);
    }

    [Fact]
    public async Task A_note_is_removed_for_good_and_only_where_it_belongs()
    {
        var (customer, other) = (await fixture.CreateCustomerAsync("One"), await fixture.CreateCustomerAsync("Other"));
        await WriteAsync(customer, "Mine");
        var note = (await OfAsync(customer)).Single();

        await RemoveAsync(other, note.Id);
        var afterForeign = await OfAsync(customer);
        await RemoveAsync(customer, note.Id);
        await RemoveAsync(customer, note.Id);

        afterForeign.Should().HaveCount(1);
        (await OfAsync(customer)).Should().BeEmpty();
        (await fixture.ScalarAsync<long>("select count(*) from audit_entries where subject_id = $1 and action = 'customer.note_removed'", note.Id.ToString())).Should().Be(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("with a \0 in it")]
    public async Task A_note_without_words_is_refused(string body) => (await WriteAsync(fixture.Acme, body)).Should().NotBeNull();

    [Fact]
    public async Task A_note_that_is_too_long_or_about_nobody_is_refused()
    {
        (await WriteAsync(fixture.Acme, new string('x', CustomerNote.MaxLength + 1))).Should().NotBeNull();
        (await WriteAsync(Guid.CreateVersion7(fixture.Clock.GetUtcNow()), "Hello")).Should().Be("This customer does not exist.");
    }

    [Fact]
    public async Task Customers_read_and_write_no_notes()
    {
        var member = JobsFixture.MemberOf(fixture.Acme);

        await ((Func<Task>)(() => fixture.Get<NoteQueries>().OfAsync(member, fixture.Acme, CancellationToken.None))).Should().ThrowAsync<AccessDeniedException>();
        await ((Func<Task>)(() => fixture.Get<WriteNote>().HandleAsync(member, fixture.Acme, "Hi", CancellationToken.None))).Should().ThrowAsync<AccessDeniedException>();
        await ((Func<Task>)(() => fixture.Get<RemoveNote>().HandleAsync(member, fixture.Acme, fixture.Acme, CancellationToken.None))).Should().ThrowAsync<AccessDeniedException>();
    }

    private Task<IReadOnlyList<CustomerNote>> OfAsync(Guid customer) => fixture.Get<NoteQueries>().OfAsync(JobsFixture.Admin, customer, CancellationToken.None);

    private Task<string?> WriteAsync(Guid customer, string body) => fixture.Get<WriteNote>().HandleAsync(JobsFixture.Admin, customer, body, CancellationToken.None);

    private Task RemoveAsync(Guid customer, Guid note) => fixture.Get<RemoveNote>().HandleAsync(JobsFixture.Admin, customer, note, CancellationToken.None);
}
